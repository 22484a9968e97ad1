import { TextDecoder, TextEncoder } from 'node:util';

/*
 * jsdom leaves out a few globals that every browser (and Excel's web view) has had for years.
 * Only those are added, and only where there is a page: tests in plain Node see Node as it is.
 */
if (typeof window !== 'undefined') {
  // The encoder makes arrays of Node's own realm; without the same class, `instanceof Uint8Array` would say no.
  const nodeUint8Array: unknown = Object.getPrototypeOf(Buffer);
  Object.assign(window, { TextDecoder, TextEncoder, Uint8Array: nodeUint8Array });

  window.Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise<ArrayBuffer>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.onerror = () => reject(reader.error ?? new Error('unreadable blob'));
      reader.readAsArrayBuffer(this);
    });
  };

  window.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });

  window.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
