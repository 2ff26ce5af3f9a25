import { CopyButton } from './copy-button.tsx';

type CommandLineProps = {
  command: string;
  /** Completes "Copy". */
  label?: string;
};

/** A command or an address to be taken elsewhere. */
export function CommandLine({ command, label = 'command' }: CommandLineProps) {
  return (
    <div className="flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5">
      <code className="mono min-w-0 flex-1 text-[11.5px] leading-[18px] wrap-anywhere">{command}</code>
      <CopyButton text={command} label={label} />
    </div>
  );
}
