import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Width of an element in px as it is and becomes; 0 before it is measured. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const width = useSignal(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    width.value = element.clientWidth;
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width.value;
}
