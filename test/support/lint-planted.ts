import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { z } from 'zod';

/**
 * Lints texts as if they stood at a path, by the workspace's own configuration; nothing is written, so that a lint or
 * a build that runs beside it never meets them. Only the rules that need types are off: they need a file.
 */
const planted = z
  .array(z.object({ path: z.string(), line: z.string() }))
  .parse(JSON.parse(await text(process.stdin)));

const eslint = new ESLint({
  cwd: resolve(import.meta.dirname, '../..'),
  overrideConfig: [
    {
      languageOptions: { parserOptions: { projectService: false, project: null } },
      rules: typescript.configs.disableTypeChecked.rules ?? {},
    },
  ],
});
const rules: string[][] = [];
for (const { path, line } of planted) {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: path });
  rules.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(rules));
