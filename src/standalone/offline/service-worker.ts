/**
 * Serves the page without a network after the first visit. Knows the files of one build, and touches nothing else: what
 * is not among them goes to the network as if this were not here. A new build waits until the person takes it.
 */

/** What a service worker's world offers, as far as it is used here: the types of pages do not know it. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <K extends keyof WorkerEvents>(
    type: K,
    listener: (event: WorkerEvents[K]) => void,
  ) => void;
}

interface WorkerEvents {
  readonly install: { readonly waitUntil: (work: Promise<unknown>) => void };
  readonly activate: { readonly waitUntil: (work: Promise<unknown>) => void };
  readonly message: { readonly data: unknown };
  readonly fetch: { readonly request: Request; readonly respondWith: (response: Promise<Response>) => void };
}

/** Put in by the build: the files of the page, and a name that changes with any of them. */
declare const PAGE_BUILD: { readonly version: string; readonly files: readonly string[] };

const scope = globalThis as unknown as WorkerScope;
const PREFIX = 'spbe-';
const CACHE = `${PREFIX}${PAGE_BUILD.version}`;
const START = 'index.html';

const addressOf = (file: string): string => new URL(file, scope.registration.scope).href;
const ADDRESSES = new Map(PAGE_BUILD.files.map((file) => [addressOf(file), addressOf(file)]));
ADDRESSES.set(addressOf('./'), addressOf(START));

scope.addEventListener('install', (event) => {
  event.waitUntil(
    scope.caches.open(CACHE).then((cache) => cache.addAll(PAGE_BUILD.files.map((file) => addressOf(file)))),
  );
});

scope.addEventListener('activate', (event) => {
  const removeOthers = async (): Promise<void> => {
    const names = await scope.caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => scope.caches.delete(name)),
    );
    await scope.clients.claim();
  };
  event.waitUntil(removeOthers());
});

scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const [plain = ''] = request.url.split(/[?#]/, 1);
  const known = ADDRESSES.get(plain);
  if (request.method === 'GET' && known !== undefined) event.respondWith(fromCache(request, known));
});

async function fromCache(request: Request, address: string): Promise<Response> {
  const cache = await scope.caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
