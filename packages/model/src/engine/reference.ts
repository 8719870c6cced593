import type { Attribute, PlanSchema } from '../plan/schema.ts';

/** The reference of the plan as one Markdown page: a table a section and collection. */
export function referencePage(schema: PlanSchema): string {
  const parts = [
    '# What a plan may say',
    '',
    "Generated from the rooms' schemas by `kardashev schema --markdown`. Every number may carry a distribution.",
    'What is left out comes from the catalogue.',
  ];
  for (const [room, attributes] of schema.sections) parts.push('', `## ${room}`, '', ...table(attributes));
  for (const [collection, attributes] of schema.collections) {
    parts.push('', `## ${collection} (named entries)`, '', ...table(attributes));
  }
  return `${parts.join('\n')}\n`;
}

function table(attributes: ReadonlyMap<string, Attribute>): string[] {
  const rows = [...attributes].map(
    ([key, attribute]) =>
      `| \`${key}\` | ${takes(attribute)} | ${attribute.row.doc.replaceAll('|', '\\|')} |`,
  );
  return ['| attribute | takes | meaning |', '|---|---|---|', ...rows];
}

function takes({ row, name }: Attribute): string {
  switch (row.kind) {
    case 'number':
      return name.unitText || (row.max === 1 ? 'share' : 'number');
    case 'series':
      return `${name.unitText || 'number'} by month`;
    case 'month':
      return 'month';
    case 'flag':
      return 'true, false';
    case 'word':
      return row.options?.join(', ') ?? (row.refersTo ? `name of ${row.refersTo}` : 'text');
  }
}
