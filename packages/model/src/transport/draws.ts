/** What is drawn in a month: launch sites and designs have entities of their own, after the families'. */
export const entities = { family: 0, pad: 1000, design: 2000 } as const;
export const draws = { pad: 0, mishap: 1, grounding: 2, factory: 3 } as const;
