import { type Browser, chromium, type Page } from 'playwright-core';
import { executablePath } from '../../packages/web/e2e/browser.ts';

/** Chromium just started, with the software renderer where the machine has no other. */
export function launch(
  args: readonly string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}

/** What draws: the name that WebGL gives, for a frame of a software renderer is none of a graphics card's. */
export function renderer(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const named = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && named ? String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) : 'no WebGL 2';
  });
}
