import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { CrosswalkLoader, FrameworkLoader, PrintedFiguresLoader } from '#frameworks';
import { migrations } from '#migrations';
import type { Config } from '#platform/config/config';
import { migrate } from '#platform/database/migrate';

export type Report = (line: string) => void;

/** What the owner's login does before the API's login may work: the schema, then the frameworks that we bring. */
export async function prepareDatabase(config: Config, report: Report): Promise<void> {
  const executed = await migrate(config, migrations);
  if (executed > 0) report(`Brought the database up to date (${executed} migrations)`);
  const owner = new pg.Client({ connectionString: config.ownerDatabaseUrl });
  await owner.connect();
  try {
    const folders = await frameworkFolders(config.dataFolder);
    for (const folder of folders) {
      const { outcome, framework, label } = await new FrameworkLoader(owner).load(folder);
      if (outcome === 'loaded') report(`Loaded the framework ${framework}, release ${label}`);
      const printed = await new PrintedFiguresLoader(owner).load(folder);
      if (printed > 0) report(`Loaded the ${printed} figures that the report of release ${label} prints`);
    }
    // Both sides of a crosswalk must be there.
    for (const folder of folders) {
      const entered = await new CrosswalkLoader(owner).load(folder);
      if (entered > 0) report(`Entered ${entered} crosswalks`);
    }
  } finally {
    await owner.end();
  }
}

async function frameworkFolders(dataFolder: string): Promise<string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.name === 'release.json').map((entry) => entry.parentPath);
}
