import { useEffect, useEffectEvent, useState } from 'react';

/** A part of the program that is loaded when it is first shown, and how to try again where the network failed. */
export function usePart<Part extends object>(
  load: () => Promise<Part>,
): readonly [Part | 'loading' | 'failed', () => void] {
  const [part, setPart] = useState<Part | 'loading' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  const begin = useEffectEvent(() => load());
  useEffect(() => {
    let gone = false;
    const arrive = (outcome: Part | 'failed'): void => {
      if (!gone) setPart(outcome);
    };
    begin().then(arrive, () => arrive('failed'));
    return () => {
      gone = true;
    };
  }, [attempt]);
  const retry = (): void => {
    setPart('loading');
    setAttempt(attempt + 1);
  };
  return [part, retry];
}
