using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Lists the comments on the paragraphs of a notice.</summary>
public sealed class CommentsCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<bool> paragraphs = Ask.Flag("--paragraphs", "Print the text too, each paragraph with its number.");

    public CommentsCommand()
        : base("comments", "List the comments on the paragraphs of a notice, in the order of its text.")
    {
        Arguments.Add(reference);
        Options.Add(paragraphs);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var read = await desk.Get<ReadComments>().RunAsync(notice);
        var whole = arguments.GetValue(paragraphs);
        desk.Out.Write(new { noticeRef = notice, read.Open, read.Comments, paragraphs = whole ? read.Paragraphs : null }, text =>
        {
            foreach (var paragraph in whole ? read.Paragraphs : [])
                text.Line($"{$"[{paragraph.Ordinal}]",-6}{paragraph.Text.Replace("\n", "\n      ", StringComparison.Ordinal)}\n");
            foreach (var comment in read.Comments)
                Thread(desk, text, comment);
            text.Line(read.Comments.Count == 0 ? $"{notice} has no comment." : $"{read.Open} open, {read.Comments.Count - read.Open} resolved.");
        });
        return 0;
    }

    private static void Thread(DeskSession desk, Output text, NoticeComment comment)
    {
        text.Line($"Comment {comment.Number}, {(comment.Open ? "open" : "resolved")}, about {comment.About}{(comment.Unchanged ? "" : $" (written on version {comment.NoticeVersion})")}");
        text.Line(comment.WordsNow is { } now ? $"    was: {comment.Words}\n    now: {now}" : $"    “{comment.Words}”");
        foreach (var entry in comment.Entries)
            text.Line($"  {entry.ActedBy} {entry.Act}, {desk.At(entry.ActedAt)}{(entry.Text is null ? "" : $": {entry.Text}")}");
        text.Line("");
    }
}
