import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages, root } from './pages.ts';

for (const [path, text] of referencePages()) writeFileSync(join(root, path), text);
