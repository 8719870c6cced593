import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allCases } from './all.ts';
import { validationPage } from './page.ts';

writeFileSync(fileURLToPath(new URL('../VALIDATION.md', import.meta.url)), validationPage(allCases));
