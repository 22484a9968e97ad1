import { Text } from '@fluentui/react-components';

/** Says what is awaited while its code is on its way; in every first load itself, so words alone. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <Text block role="status">
      {label}
    </Text>
  );
}
