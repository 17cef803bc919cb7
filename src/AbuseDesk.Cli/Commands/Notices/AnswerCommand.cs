using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Answer a comment on a paragraph.</summary>
public sealed class AnswerCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<int?> comment = Ask.Number("--comment", "Its number, as notices comments prints it.");
    private readonly Option<string> text = Ask.Required("--text", "TEXT", "What you say.");

    public AnswerCommand()
        : base("answer", "Answer a comment on a paragraph.")
    {
        comment.Required = true;
        Arguments.Add(reference);
        Options.Add(comment);
        Options.Add(text);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var number = arguments.GetRequiredValue(comment)!.Value;
        await desk.Get<AnswerComment>().RunAsync(await desk.ActorAsync(), notice, number, arguments.GetRequiredValue(text));
        desk.Out.Done(new { noticeRef = notice, comment = number }, $"Comment {number} of {notice} is answered.");
        return 0;
    }
}
