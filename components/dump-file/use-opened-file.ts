'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type OpenedFile, openFile } from './opened-file.ts';

/** The file that is open on this page, and how to open one. Its thread ends with the page or with the next file. */
export function useOpenedFile() {
  const [file, setFile] = useState<OpenedFile>();
  const { mutate, isPending, variables, error, reset } = useMutation({
    mutationFn: openFile,
    onSuccess: (next) => setFile(next),
  });
  useEffect(() => () => file?.close(), [file]);
  return {
    file,
    open: (chosen: File) => mutate(chosen),
    openingName: isPending ? variables.name : undefined,
    failed: error === null || variables === undefined ? undefined : { name: variables.name, error },
    leave: () => {
      reset();
      setFile(undefined);
    },
  };
}
