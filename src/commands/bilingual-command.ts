import { Command } from 'commander';

/** Why a command line is refused, in Japanese, by the code that commander gives; its English is commander's own. */
const reasons: Readonly<Record<string, string>> = {
  'commander.missingArgument': '必要な引数がありません。',
  'commander.excessArguments': '引数が多すぎます。',
  'commander.unknownOption': '知らないオプションが指定されています。',
  'commander.optionMissingArgument': 'オプションの値がありません。',
  'commander.unknownCommand': '知らないコマンドです。',
};

/** A command that says in both languages what is wrong with how it was called, and how it is called. */
export class BilingualCommand extends Command {
  override createCommand(name?: string): BilingualCommand {
    return new BilingualCommand(name);
  }

  override error(message: string, options: { readonly exitCode?: number; readonly code?: string } = {}): never {
    const usage = this.parent ? `npm run ${this.name()} -- ${this.usage()}` : this.usage();
    const reason = reasons[options.code ?? ''] ?? 'コマンドの指定に誤りがあります。';
    return super.error(`${reason}使い方：${usage}\n${message}\nUsage: ${usage}`, options);
  }
}
