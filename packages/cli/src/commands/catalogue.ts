import type { Command } from 'commander';
import { catalogueCsv, catalogueScreen } from '../catalogue-screen.ts';
import { type Finding, findings, hint } from '../catalogue-search.ts';
import { type OutputOptions, withOutput } from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';

/** `catalogue [QUERY…]`: assumptions with value, range, source and date, and who says otherwise. */
export function prepare(command: Command): void {
  withOutput(command, 'the assumptions').action((query: string[], options: OutputOptions) => {
    const texts = new Map<string, string>();
    const catalogue = need(loadCatalogue(texts), texts);
    const found: Finding[] = findings(catalogue, query);
    if (options.csv !== undefined) writeTo(options.csv, catalogueCsv(found));
    if (options.json) printJson({ assumptions: found });
    else if (options.csv !== '-') {
      const otherwise = found.length === 0 ? hint(catalogue, query) : '';
      print(catalogueScreen(found, query, otherwise, process.stdout.isTTY === true));
    }
  });
}
