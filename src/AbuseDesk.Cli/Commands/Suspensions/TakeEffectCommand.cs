using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Suspensions;

/// <summary>One sweep over scheduled suspensions and terminations.</summary>
public sealed class TakeEffectCommand : DeskCommand
{
    public TakeEffectCommand()
        : base("take-effect", "Put into effect the suspensions, and the terminations, whose instant has come.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var inEffect = await desk.Get<TakeEffect>().RunAsync(cancel: cancel);
        var ended = await desk.Get<EndContracts>().RunAsync(cancel: cancel);
        string[] said = [.. inEffect.Count == 0 ? [] : new[] { $"In effect: {string.Join(", ", inEffect)}." }, .. ended.Count == 0 ? [] : new[] { $"Contracts ended: {string.Join(", ", ended)}." }];
        desk.Out.Done(new { inEffect, ended }, said.Length == 0 ? "None is due." : string.Join(' ', said));
        return 0;
    }
}
