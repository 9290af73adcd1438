// Loaded before a program (`--import`): as it ends, writes the most memory it held at once, in bytes, to a file.
import { writeFileSync } from 'node:fs';

const file = process.env['PEAK_MEMORY_FILE'];
process.on('exit', () => {
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
});
