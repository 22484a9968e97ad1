/**
 * The desktop container that office.js looks for, `window.external`. The function below is also sent into
 * Chromium as text, so it stands alone: nothing from outside its own body.
 */

export interface ContainerOptions {
  readonly api: string;
  readonly locale: 'en-US' | 'id-ID';
  readonly readOnly: boolean;
}

/** What the test says to the page, as Office would. */
export interface Container {
  /** Presses a ribbon button whose command names this function. */
  readonly pressButton: (functionName: string, controlId: string) => void;
  readonly raiseEvent: (eventType: number, targetId: string, args: object) => void;
  /** How many commands the page has reported as finished with `event.completed()`. */
  readonly completedCommands: () => number;
}

/**
 * Puts the container into a window before office.js is loaded there; `execute` answers the protocol's requests.
 * Calls that no Office would get from this product are reported.
 */
export function installContainer(
  page: Window,
  options: ContainerOptions,
  execute: (requestText: string, flags: number) => Promise<string>,
  reportUnknown: (call: string) => void,
): Container {
  const call = { executeRichApi: 93, commandCompleted: 94 };
  const event = { richApi: 33, command: 39 };
  const richApiCategory = 65_536;
  const handlers: Record<number, ((id: number, args: unknown) => void) | undefined> = {};
  let settings: Record<string, unknown> = {};
  let completed = 0;
  /** The "safe arrays" of Windows' script engine, which the library takes apart. */
  const safeArray = (values: unknown[]) => ({
    toArray: () => values,
    dimensions: () => 1,
    ubound: () => values.length,
  });

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'spbe-test',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.locale,
    GetAppDataLocale: () => options.locale,
    GetDocUrl: () => 'C:\\Penilaian\\Buku1.xlsx',
    GetAppCapabilities: () => (options.readOnly ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'correlation',
    GetInstanceId: () => 'instance',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () =>
      JSON.stringify({
        ExcelApi: options.api,
        SharedRuntime: '1.1',
        RibbonApi: '1.1',
        DialogApi: '1.1',
        // Only Microsoft 365 can undo what an add-in did.
        ...(options.api === '1.20' && { ExcelApiUndo: '1.7', RichApiRuntimeFlag: '1.1' }),
      }),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetInitialDisplayMode: () => 0,
    GetOfficeTheme: () => ({}),
    GetSettings: () => ({
      Read: (keys: string[], values: unknown[]) => {
        for (const [key, value] of Object.entries(settings)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: string[], values: unknown[]) => {
        settings = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
      },
    }),
  };

  const external = {
    // The last flag, 1, says that task pane and ribbon commands share one runtime.
    GetHostInfo: () => `_host_Info=Excel$Win32$16.01$${options.locale}$$$$1`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, params: unknown[], callback: (result: unknown) => void) => {
      if (id === call.executeRichApi) {
        const message = (params[0] ?? []) as unknown[];
        execute(String(message[4]), Number(message[6])).then(
          (response) => {
            callback(safeArray([0, 200, safeArray([]), response]));
          },
          (error: unknown) => {
            reportUnknown(String(error));
          },
        );
        return;
      }
      if (id === call.commandCompleted) completed += 1;
      else reportUnknown(`container call ${String(id)}`);
      callback(safeArray([0]));
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, args: unknown) => void,
      callback: (result: unknown) => void,
    ) => {
      if (id !== event.richApi && id !== event.command) reportUnknown(`container event ${String(id)}`);
      handlers[id] = handler;
      callback(safeArray([0]));
    },
    UnregisterEvent: (id: number, _target: string, callback: (result: unknown) => void) => {
      handlers[id] = undefined;
      callback(safeArray([0]));
    },
  };
  Object.defineProperty(page, 'external', { value: external, configurable: true, writable: true });

  return {
    pressButton: (functionName, controlId) => {
      const handler = handlers[event.command];
      if (!handler) throw new Error('the page has not asked for ribbon commands');
      handler(
        event.command,
        safeArray([`command-${functionName}`, functionName, JSON.stringify({ source: { id: controlId } })]),
      );
    },
    raiseEvent: (eventType, targetId, args) => {
      handlers[event.richApi]?.(
        event.richApi,
        safeArray([safeArray([richApiCategory, eventType, targetId, JSON.stringify(args), 1, false])]),
      );
    },
    completedCommands: () => completed,
  };
}
