using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Shows a notice.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    public ShowCommand()
        : base("show", "Show a notice with its checks and its review.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(arguments.GetRequiredValue(Ref));
        var reviews = await desk.Get<NoticeRecords>().ReviewsAsync(notice.Id);
        var checks = notice.Status is "sent" or "withdrawn" ? [] : (await desk.Get<NoticeChecks>().RunAsync(notice.Ref)).Checks;
        desk.Out.Write(new { notice, reviews, checks }, text =>
        {
            text.Line($"{notice.Ref}, {notice.Kind}: {notice.Status}, version {notice.CurrentVersion} by {notice.Author}, reviewer {notice.Reviewer ?? "not needed"}");
            text.Table(["Check", "", "Source"], checks.Select(check => (IReadOnlyList<string?>)[check.Passed ? "passed" : "FAILED", check.Sentence, check.Source]));
            text.Table(["Review", "Version", "By", "Comment"], reviews.Select(row => (IReadOnlyList<string?>)[row.Act, $"{row.NoticeVersion}", row.ActedBy, row.Comment]));
        });
        return 0;
    }
}
