/** How large the files in a ZIP archive are, as its directory says: asked before anything is unpacked. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** The end stands behind everything but a comment of at most 64 KiB. */
const longestEnd = 22 + 0xffff;

/** The size of all files of an archive, unpacked; null where the bytes are no archive, or one larger than 4 GiB. */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - longestEnd);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < first) return null;
  const count = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > bytes.length || view.getUint32(place, true) !== directoryEntry) return null;
    const unpacked = view.getUint32(place + 24, true);
    // What is larger than that says so elsewhere.
    if (unpacked === 0xffffffff) return null;
    size += unpacked;
    place +=
      46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return size;
}
