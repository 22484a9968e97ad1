import { type HostObject, hostObject, reading } from '../host-object';

/** What the library's own services did, for tests to look at. */
export interface ServiceState {
  /** True once `Office.addin.showAsTaskpane` was called. */
  taskpaneVisible: boolean;
  startupBehavior: string | null;
}

/** Services outside the workbook: they live in Office, not in Excel. */
export function services(state: ServiceState): Readonly<Record<string, HostObject>> {
  return {
    'Microsoft.InternalService.AddinInternalService': hostObject({
      type: 'AddinInternalService',
      methods: { NotifyActionHandlerReady: reading(() => null) },
    }),
    'Microsoft.AppRuntime.AppRuntimeService': hostObject({
      type: 'AppRuntimeService',
      methods: {
        SetAppRuntimeState: reading((args) => {
          state.taskpaneVisible = args.text(0) === 'Visible';
          return null;
        }),
      },
    }),
    'Microsoft.AppRuntime.AppRuntimePersistenceService': hostObject({
      type: 'AppRuntimePersistenceService',
      methods: {
        SetAppRuntimeStartState: reading((args) => {
          state.startupBehavior = args.text(0);
          return null;
        }),
      },
    }),
  };
}
