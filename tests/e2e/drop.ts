import type { Reader } from './driver.ts';

/** Drops a file on the window as a person does: over it, into the zone that appears. */
export async function dropFile(reader: Reader, name: string, content: string | Buffer): Promise<void> {
  await reader.page.evaluate(
    ({ fileName, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName));
      const send = (target: Element, type: string): boolean =>
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      send(document.body, 'dragenter');
      return new Promise<void>((resolve) => {
        const look = setInterval(() => {
          const zone = document.querySelector('.drop-zone');
          if (zone === null) return;
          clearInterval(look);
          send(zone, 'dragover');
          send(zone, 'drop');
          resolve();
        }, 10);
      });
    },
    { fileName: name, base64: Buffer.from(content).toString('base64') },
  );
}
