import { Color, NoColorSpace, Vector3 } from 'three';
import { colour, type Theme, theme } from '../../style/theme.ts';

/** The colours of the picture as the theme on show has them. */
export interface Look {
  readonly theme: Theme;
  readonly of: (name: `--${string}`) => Vector3;
}

/** Reads the palette; who calls it in an effect is called again when the theme changes. */
export function look(): Look {
  return { theme: theme.value, of: (name) => vector(colour(name)) };
}

function vector(css: string): Vector3 {
  const { r, g, b } = new Color().setStyle(css, NoColorSpace);
  return new Vector3(r, g, b);
}
