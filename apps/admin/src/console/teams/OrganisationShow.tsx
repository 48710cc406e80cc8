import { GroupPage } from './GroupPage.tsx';
import { organisationKey } from './groupQueries.ts';

/** Every team together: no matrix, which nobody could read, and no minimums, which are the teams' own. */
const OrganisationShow = () => <GroupPage group={organisationKey} mayEdit={false} />;

export default OrganisationShow;
