import type { ProfileRequirement, ProfileVersion } from '#roles';

/** A version's requirements by the number of their KSA. Whoever asks has the number from a score of that version. */
export function requirementOf({ profileVersionNo, requirements }: ProfileVersion) {
  const byNo = new Map(requirements.map((requirement) => [requirement.ksaNo, requirement]));
  return (ksaNo: number): ProfileRequirement => {
    const requirement = byNo.get(ksaNo);
    if (requirement === undefined)
      throw new Error(`Version ${profileVersionNo} of a role profile does not ask for KSA number ${ksaNo}.`);
    return requirement;
  };
}
