/** Loaded into a measured process: when it ends, it writes what it has used into the file that SPBE_USAGE names. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 };
  writeFileSync(process.env.SPBE_USAGE, JSON.stringify(used));
});
