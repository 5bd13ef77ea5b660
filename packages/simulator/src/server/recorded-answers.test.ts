import { Simulator, startSimulator } from '../simulator';

describe('a system beside a cluster', () => {
  let simulator: Simulator;
  let url: string;
  beforeAll(async () => {
    simulator = await startSimulator({
      clusters: [
        {
          name: 'lab',
          systems: {
            vault: [
              {
                request: 'GET /v1/sys/health',
                httpStatus: 200,
                body: { sealed: false },
              },
              { request: 'GET /v1/sys/health?standbyok=true', httpStatus: 473 },
              { request: 'GET /metrics', httpStatus: 200, body: 'up 1\n' },
              {
                request: 'POST /v2/ListWorkers',
                httpStatus: 200,
                body: { success: {}, error: {} },
              },
            ],
          },
        },
      ],
    });
    url = simulator.systemUrl('lab', 'vault');
  });
  afterAll(() => simulator.close());

  it('answers as recorded, by path and query', async () => {
    expect(await (await fetch(`${url}/v1/sys/health`)).json()).toEqual({
      sealed: false,
    });
    expect((await fetch(`${url}/v1/sys/health?other=1`)).status).toBe(200);
    expect((await fetch(`${url}/v1/sys/health?standbyok=true`)).status).toBe(
      473,
    );
    expect(await (await fetch(`${url}/metrics`)).text()).toBe('up 1\n');
    // Systems that answer by their status alone send no body.
    const bare = await fetch(`${url}/v1/sys/health?standbyok=true`);
    expect(await bare.text()).toBe('');
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('answers a POST that reads, with whatever it sends', async () => {
    const asked = await fetch(`${url}/v2/ListWorkers?node=*`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await asked.json()).toEqual({ success: {}, error: {} });
    expect((await fetch(`${url}/v2/ListWorkers?node=*`)).status).toBe(404);
  });

  it('can change its answer, and go away', async () => {
    const control = simulator.cluster('lab');
    control.answer('vault', {
      request: 'GET /v1/sys/health',
      httpStatus: 503,
      body: { sealed: true },
    });
    expect((await fetch(`${url}/v1/sys/health`)).status).toBe(503);
    control.systemUnreachable('vault');
    await expect(fetch(`${url}/v1/sys/health`)).rejects.toThrow();
    control.systemUnreachable('vault', false);
    expect((await fetch(`${url}/v1/sys/health`)).status).toBe(503);
  });

  it('refuses a malformed path without falling over', async () => {
    expect(
      (await fetch(`http://127.0.0.1:${simulator.port}/clusters/%E0%A4%A`))
        .status,
    ).toBe(400);
  });
});
