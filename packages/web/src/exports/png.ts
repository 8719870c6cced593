import { colour } from '../style/theme.ts';
import { download, fileName } from './download.ts';

/** A drawn chart or globe as a PNG, on the ground it stands on in the page, with its title over it. */
export async function savePng(canvas: HTMLCanvasElement, title: string): Promise<void> {
  const scale = devicePixelRatio || 1;
  const head = Math.round(32 * scale);
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  sheet.height = canvas.height + head;
  const pen = sheet.getContext('2d');
  if (!pen) return;
  pen.fillStyle = colour('--panel');
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = colour('--ink');
  pen.font = `600 ${14 * scale}px system-ui, sans-serif`;
  pen.textBaseline = 'middle';
  pen.fillText(title, 12 * scale, head / 2);
  pen.drawImage(canvas, 0, head);
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
  if (blob) download(fileName(title, 'png'), blob);
}
