import { useEffect, useState } from 'react';

/** How long something may take before the user is told that it is under way, in milliseconds. */
const PATIENCE_MS = 150;

/** True once `isWaiting` has been true for long enough to be worth a skeleton. */
export function useDelayed(isWaiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isWaiting]);
  return isWaiting && isLong;
}
