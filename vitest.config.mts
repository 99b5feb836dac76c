import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Machines are slow or busy; speed is what `npm run bench` measures.
    testTimeout: 60_000,
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    // Jupyter's packages import style sheets and leave out file extensions: Node alone cannot load them.
    server: { deps: { inline: [/@jupyterlab\//, /@jupyter\//, /@lumino\//] } }
  }
});
