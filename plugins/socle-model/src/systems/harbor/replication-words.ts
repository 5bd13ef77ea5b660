/** Runs and tasks have words of their own; those of the jobs behind them can leak through, and are brought to these. */
export function replicationWord(status: string | undefined): string {
  switch (status) {
    case 'Success':
      return 'Succeed';
    case 'Error':
      return 'Failed';
    case 'Running':
    case 'Pending':
    case 'Scheduled':
      return 'InProgress';
    default:
      return status ?? '';
  }
}
