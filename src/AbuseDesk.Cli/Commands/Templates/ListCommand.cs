using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Cli.Commands.Templates;

/// <summary>Lists the templates.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the templates of the notices, with the version in use.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var found = (await desk.Get<TemplateRecords>().ListAsync()).Select(one => new
        {
            one.Name.Language,
            Kind = one.Name.KindWord,
            Version = one.Current.Number,
            one.Current.PublishedAt,
            one.Current.PublishedBy,
            one.Current.Note,
            one.Current.Sha256,
            File = !one.HasFile ? "none" : one.SameAsFile ? "same" : "changed",
        }).ToList();
        desk.Out.List("templates", found, found.Count, ["Template", "Version", "Published", "By", "Against the file", "Note"], one =>
            [$"{one.Language}/{one.Kind}", $"{one.Version}", desk.At(one.PublishedAt), one.PublishedBy, one.File, one.Note]);
        return 0;
    }
}
