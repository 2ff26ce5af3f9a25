/** Hands a text or a picture to the browser as a file. */
export function downloadFile({
  name,
  content,
  type,
}: {
  name: string;
  content: string | Blob;
  type: string;
}): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
