using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>Lists the versions of the terms.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the published versions, the latest first.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var versions = await desk.Database.ReadAsync(TermsRecords.ListAsync, cancel);
        desk.Out.Write(new { versions = versions.Select(TermsView.Of) }, text => text.Table(
            ["Version", "Title", "In force from", "Until", "Published by"],
            versions.Select(one => (IReadOnlyList<string?>)[one.Version, one.Title, desk.At(one.EffectiveAt), desk.At(one.InForceUntil), one.PublishedBy])));
        return 0;
    }
}
