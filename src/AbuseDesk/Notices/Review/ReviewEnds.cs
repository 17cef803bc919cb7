namespace AbuseDesk.Notices.Review;

/// <summary>What ends a review: enough approvals by the policy, or a record that no longer agrees with what was approved.</summary>
public sealed record ReviewEnds(ReviewPolicy Policy, TakeBackApproval TakeBack);
