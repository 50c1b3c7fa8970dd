import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Milliseconds that a test in a real window may take: starting Electron on a busy machine is part of it. */
const E2E_TIMEOUT = 120_000;

/**
 * Tests with servers, processes and windows share the machine with whatever else it does: a time limit of the product that is
 * reached for that reason alone is not a finding. A test that fails three times in a row is.
 */
const RETRIES = 2;

// The threads and processes that tests start run the sources as they are: Node takes the types out of each file once, not at every start.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'docbao-compile-cache');

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, retry: RETRIES },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: E2E_TIMEOUT,
          hookTimeout: E2E_TIMEOUT,
          retry: RETRIES,
          // One window at a time: two of them on two cores only slow each other down.
          fileParallelism: false,
        },
      },
    ],
  },
});
