import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the keyboard inside: where the control that had the focus is gone with its screen, the screen gets it. */
export function useKeptFocus<Element extends HTMLElement>(screen: string): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    if (document.hasFocus() && document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
    }
  }, [screen]);
  return element;
}
