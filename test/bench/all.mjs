/** Both benchmarks, one after the other; exits with 1 where either misses a budget. */
await import('./consolidation.mjs');
await import('./page.mjs');
