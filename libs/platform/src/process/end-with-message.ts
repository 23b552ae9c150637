/** Runs a step of start-up; where it fails the process ends with the message that a person can act on, not with a stack. */
export async function endWithMessage<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
