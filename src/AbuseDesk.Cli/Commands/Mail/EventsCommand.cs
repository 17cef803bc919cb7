using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>Reads what Amazon SES tells about mails.</summary>
public sealed class EventsCommand : DeskCommand
{
    private readonly Argument<string?> path = new("FILE|DIR")
    {
        Description = "JSON as SES publishes it, one event a file; of a folder every .json file. Default the queue that ABUSEDESK_MAIL_EVENTS names.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public EventsCommand()
        : base("events", "Take in events of Amazon SES (delivered, bounced, complaint) from files or a queue.")
    {
        Arguments.Add(path);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        if (arguments.GetValue(path) is not { } files)
            return await QueueAsync(desk, cancel);
        var actor = await desk.ActorAsync();
        var (matched, strange, failed) = (0, 0, new List<string>());
        foreach (var file in JsonFiles(files))
        {
            try
            {
                if (await desk.Get<TakeSesEvent>().RunAsync(actor, await File.ReadAllBytesAsync(file, cancel), Path.GetFileName(file), cancel) == TakenEvent.Matched) matched++;
                else strange++;
            }
            catch (DeskException problem)
            {
                // the other files are none the worse for it
                failed.Add($"{Path.GetFileName(file)}: {problem.Message}");
            }
        }

        await desk.Get<FollowDeliveries>().RunAsync(cancel);
        desk.Out.Write(new { matched, strange, failed }, text =>
        {
            text.Line($"{Counted.Of(matched, "event")} about mail of this desk, {strange} about none, {failed.Count} not read.");
            failed.ForEach(text.Line);
        });
        return failed.Count > 0 ? 1 : 0;
    }

    private static async Task<int> QueueAsync(DeskSession desk, CancellationToken cancel)
    {
        var done = await desk.Get<ReceiveEvents>().RunAsync(cancel);
        await desk.Get<FollowDeliveries>().RunAsync(cancel);
        desk.Out.Write(done, text =>
        {
            text.Line($"{Counted.Of(done.Matched, "event")} about mail of this desk, {done.Left.Count} left in the queue.");
            foreach (var one in done.Left)
                text.Line(one);
        });
        return 0;
    }

    private static IReadOnlyList<string> JsonFiles(string path) => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)]
        : File.Exists(path) ? [path] : throw new DeskException($"There is no file or folder {path}.");
}
