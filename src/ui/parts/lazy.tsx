import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component that is loaded when it is first shown: nobody pays for a part that few open. Nothing is shown meanwhile.
 *
 * @param load imports the module; called once however often the component is shown
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (Part !== null) return;
      let isShown = true;
      void load().then((component) => {
        loaded = component;
        if (isShown) setPart(() => component);
      });
      return () => {
        isShown = false;
      };
    }, [Part]);
    return Part === null ? null : <Part {...props} />;
  };
}
