import { TextDecoder, TextEncoder } from 'node:util';

/*
 * jsdom leaves out a few globals that every browser (and Excel's web view) has had for years.
 * Only those are added, and only where there is a page: tests in plain Node see Node as it is.
 */
if (typeof window !== 'undefined') {
  Object.assign(window, {
    TextDecoder,
    TextEncoder,
    // The encoder makes arrays of Node's own realm; without the same class, `instanceof Uint8Array` would say no.
    Uint8Array: Object.getPrototypeOf(Buffer) as Uint8ArrayConstructor,
    matchMedia: (media: string) => Object.assign(new EventTarget(), { matches: false, media, onchange: null }),
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });

  window.Blob.prototype.arrayBuffer = function (this: Blob) {
    return new Promise<ArrayBuffer>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.onerror = () => reject(reader.error ?? new Error('unreadable blob'));
      reader.readAsArrayBuffer(this);
    });
  };

  // Nothing is laid out there, so nothing can be scrolled into view.
  window.Element.prototype.scrollIntoView = () => {};
}
