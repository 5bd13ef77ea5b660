import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { TextWithTimes } from './TextWithTimes';

describe('TextWithTimes', () => {
  it('shows the times of a sentence as the reader reads them, and keeps the rest', async () => {
    renderInTestApp(
      <p>
        <TextWithTimes text="Silent since 2031-05-04T16:49:37Z, seen 2031-05-04T16:50:00.125Z." />
      </p>,
    );
    const first = await screen.findByText(/49/);
    expect(first.closest('p')).toHaveTextContent(
      /^Silent since [^Z]*, seen [^Z]*\.$/,
    );
    expect(first).toHaveAttribute('datetime', '2031-05-04T16:49:37Z');
    expect(first.title).toMatch(/37/);
  });

  it.each(['Nothing to see at 12:00.', 'since 2031-99-99T99:99:99Z'])(
    'leaves %s',
    async text => {
      renderInTestApp(
        <p>
          <TextWithTimes text={text} />
        </p>,
      );
      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );
});
