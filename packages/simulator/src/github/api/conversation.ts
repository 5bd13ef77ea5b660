import { timestamp } from '../../storage/object';
import { Addresses } from '../addresses';
import { Comment, PullRequest, Review } from '../pull-requests';
import { created, notFound, ok } from './answer';
import { optional, RepositoryCall, required, Routes, texts } from './call';
import { ACCOUNT, userShape } from './people';
import { labelShapes, pullShape } from './pull-shape';
import { add, pullOf } from './pulls';

/** What is said and noted about a pull request, which is an issue too. */
export const conversationRoutes: Routes = {
  'GET /issues/:number': async call =>
    ok(pullShape(call, await pullOf(call), call.addresses)),
  'GET /issues/:number/labels': async call =>
    ok(labels(call, await pullOf(call))),
  'POST /issues/:number/labels': async call => {
    const pull = await pullOf(call);
    add(pull.labels, labelNames(call));
    call.pulls.touch(pull);
    return ok(labels(call, pull));
  },
  'PUT /issues/:number/labels': async call => {
    const pull = await pullOf(call);
    pull.labels = [...new Set(labelNames(call))];
    return ok(labels(call, pull));
  },
  'DELETE /issues/:number/labels/:label': async call => {
    const pull = await pullOf(call);
    if (!pull.labels.includes(call.params.label)) throw notFound();
    pull.labels = pull.labels.filter(label => label !== call.params.label);
    return ok(labels(call, pull));
  },
  'POST /issues/:number/assignees': async call => {
    const pull = await pullOf(call);
    add(pull.assignees, texts(call.body.assignees));
    return created(pullShape(call, pull, call.addresses));
  },
  'GET /issues/:number/comments': async call => {
    const pull = await pullOf(call);
    return ok(pull.comments.map(one => commentShape(one, call.addresses)));
  },
  'POST /issues/:number/comments': async call => {
    const pull = await pullOf(call);
    const comment = said(call, required(call.body, 'body', 'IssueComment'));
    pull.comments.push(comment);
    call.pulls.touch(pull);
    return created(commentShape(comment, call.addresses));
  },
  'GET /pulls/:number/reviews': async call => {
    const pull = await pullOf(call);
    return ok(pull.reviews.map(one => reviewShape(one, call.addresses)));
  },
  'POST /pulls/:number/reviews': async call => {
    const pull = await pullOf(call);
    const state = {
      APPROVE: 'APPROVED',
      REQUEST_CHANGES: 'CHANGES_REQUESTED',
      COMMENT: 'COMMENTED',
    }[optional(call.body, 'event') ?? ''];
    const review = {
      ...said(call, optional(call.body, 'body') ?? ''),
      state: state ?? 'PENDING',
    };
    pull.reviews.push(review);
    return ok(reviewShape(review, call.addresses));
  },
};

function labelNames({ body }: RepositoryCall): string[] {
  return texts(Array.isArray(body.items) ? body.items : body.labels);
}

function labels({ repository, addresses }: RepositoryCall, pull: PullRequest) {
  return labelShapes(pull, addresses, repository.fullName);
}

function said({ pulls, now }: RepositoryCall, body: string): Comment {
  return {
    id: pulls.newId(),
    body,
    user: ACCOUNT.login,
    at: timestamp(now()),
  };
}

function commentShape({ id, body, user, at }: Comment, addresses: Addresses) {
  return {
    id,
    body,
    user: userShape(user, addresses),
    created_at: at,
    updated_at: at,
  };
}

function reviewShape({ state, ...comment }: Review, addresses: Addresses) {
  const { created_at: submitted, ...shape } = commentShape(comment, addresses);
  return { ...shape, state, submitted_at: submitted };
}
