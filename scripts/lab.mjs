import { bootstrap, fail, root, run } from './bootstrap/index.mjs';

// `npm run lab -- up|down|status|fault|heal|record|kubectl …`
try {
  const { node } = await bootstrap();
  await run(
    node,
    ['--import', 'tsx', 'lab/src/cli/main.ts', ...process.argv.slice(2)],
    { cwd: root },
  ).catch(() => process.exit(1));
} catch (error) {
  fail(error);
}
