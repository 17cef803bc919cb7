using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Shows one notice.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");

    public ShowCommand()
        : base("show", "Show a notice: its versions, its review, its checks and what became of its mail.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var records = desk.Get<NoticeRecords>();
        var notice = await records.GetAsync(arguments.GetRequiredValue(reference));
        var versions = await records.VersionsAsync(notice.Id);
        var reviews = await records.ReviewsAsync(notice.Id);
        var approvals = Approvals.Of(reviews, versions.Single(one => one.Number == notice.CurrentVersion), desk.Get<ReviewPolicy>().ApprovalsFor(notice));
        var checks = notice.SentAt is null ? (await desk.Get<NoticeChecks>().RunAsync(notice.Ref)).Checks : [];
        var comments = await desk.Get<ReadComments>().RunAsync(notice.Ref);
        var delivery = await desk.Get<NoticeDelivery>().OfAsync(notice);
        desk.Out.Write(new { notice, caseRef = await records.CaseRefAsync(notice), versions, reviews, checks, approvals = new { given = approvals.Given.Select(one => one.ActedBy), approvals.Needed }, openComments = comments.Open, comments = comments.Comments, delivery }, text =>
        {
            text.Line($"{notice.Ref}  {notice.Kind}, {notice.Status}, written by {notice.Author}{(notice.Reviewer is { } lawyer ? $", to be approved by {lawyer}{(notice.ReviewerFor is { } other ? $" for {other}, away until {notice.ReviewerForUntil}" : "")}" : "")}");
            text.Line($"To {notice.Recipients}{(notice.Copies.Length > 0 ? $", copies to {notice.Copies}" : "")}");
            if (notice.EffectiveAt is { } effective)
                text.Line($"Effective {notice.EffectiveLocal} {notice.EffectiveZone} ({effective}), path {notice.ContractPath}, data preserved until {desk.At(notice.PreserveUntilAt)}");
            text.Table(["Version", "Compiled", "By", "Template", "Pages", "PDF SHA-256"], versions.Select(one => (IReadOnlyList<string?>)
                [$"{one.Number}", desk.At(one.CompiledAt), one.CompiledBy, $"{notice.Kind}/{notice.Language} {(one.TemplateVersion == 0 ? "as installed" : $"version {one.TemplateVersion}")}", $"{one.Pages}", one.PdfSha256]));
            text.Table(["Review", "Version", "When", "By", "Comment"], reviews.Select(one => (IReadOnlyList<string?>)
                [one.Act, $"{one.NoticeVersion}", desk.At(one.ActedAt), one.ActedBy, one.Comment]));
            foreach (var sentence in (reviews.LastOrDefault(one => one.Act == "voided")?.UntrueSentences ?? []).Concat(checks.SelectMany(check => check.Untrue)).Distinct())
                text.Line($"Would be untrue: {sentence.Was ?? "(nothing)"}\n    now on record: {sentence.Now ?? "(nothing)"}");
            if (approvals.Needed > 0)
                text.Line($"{approvals.Sentence}{(approvals.Given.Count > 0 ? $": {string.Join(", ", approvals.Given.Select(one => one.ActedBy))}" : "")}");
            if (comments.Comments.Count > 0)
                text.Line($"Comments: {comments.Open} open, {comments.Comments.Count - comments.Open} resolved; notices comments {notice.Ref} prints them.");
            DeliveryText.Write(desk, text, notice, delivery);
            if (checks.Count > 0)
                text.Table(["Check", "What was found", "Rests on", "See"], checks.Select(one => (IReadOnlyList<string?>)[one.Passed ? "passed" : "BLOCKS", one.Sentence, one.Source, one.About is { } fact ? fact.Path ?? fact.Name : ""]));
        });
        return 0;
    }
}
