import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DESCRIPTION = {
  framework: {
    uri: 'https://frameworks.example/small',
    name: 'A small framework',
    publisher: 'Nobody',
    licence: 'None',
  },
  release: {
    uri: 'https://frameworks.example/small/1',
    label: '1',
    publishedOn: '2025-01-01',
    attribution: 'Nobody, 2025',
  },
};

const ITEMS = `code,kind,parent_code,title,definition,definition_source,provisional
4,tier,,Industry-wide,,,no
4.2,competency,4,Operations,What runs production.,DOL,no
4.2.06,sub-competency,4.2,Automated systems,,,no
4.2.06.09,ksa,4.2.06,Robot programming,"Writes, tests and changes a robot's program.",Long 2026,no
4.2.06.10,ksa,4.2.06,Machine vision,,,no
4.2.06.2,ksa,4.2.06,Sensors,,,yes
5,tier,,Sector,,,no
5.1,competency,5,Materials,,,no
5.1.01,sub-competency,5.1,Polymers,,,no
5.1.01.01,ksa,5.1.01,Extrusion,,,no
`;

const OCCUPATIONS = `title,technology_area,selected_by,role_family
Robotics Technicians,digital-automation,3,technician/operator
Vision Engineers,digital-automation,1,engineer/scientist
Process Technicians,materials,2,
`;

const SELECTIONS = `ksa_code,occupation_title,technology_area,count
4.2.06.09,Robotics Technicians,digital-automation,2
4.2.06.2,Robotics Technicians,digital-automation,1
4.2.06.10,Vision Engineers,digital-automation,1
4.2.06.2,Vision Engineers,digital-automation,1
5.1.01.01,Process Technicians,materials,1
`;

export interface ReleaseFiles {
  'release.json': string;
  'items.csv': string | Uint8Array;
  'occupations.csv': string | Uint8Array;
  'selections.csv': string | Uint8Array;
}

export const SMALL_RELEASE: Readonly<Record<keyof ReleaseFiles, string>> = {
  'release.json': JSON.stringify(DESCRIPTION),
  'items.csv': ITEMS,
  'occupations.csv': OCCUPATIONS,
  'selections.csv': SELECTIONS,
};

/** A folder of one small release's files (four KSAs, three occupations), some of them replaced. */
export async function someReleaseFiles(replaced: Partial<ReleaseFiles> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  for (const [file, content] of Object.entries({ ...SMALL_RELEASE, ...replaced }))
    await writeFile(join(folder, file), content);
  return folder;
}

/** The next edition of the small framework. */
export function nextEdition(): string {
  return JSON.stringify({
    ...DESCRIPTION,
    release: {
      ...DESCRIPTION.release,
      uri: 'https://frameworks.example/small/2',
      label: '2',
      publishedOn: '2026-01-01',
    },
  });
}
