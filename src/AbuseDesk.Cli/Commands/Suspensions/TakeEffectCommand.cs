using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Suspensions;

/// <summary>One sweep over scheduled suspensions.</summary>
public sealed class TakeEffectCommand : DeskCommand
{
    public TakeEffectCommand()
        : base("take-effect", "Put into effect the suspensions whose instant has come.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var inEffect = await desk.Get<TakeEffect>().RunAsync(cancel: cancel);
        desk.Out.Done(new { inEffect }, inEffect.Count == 0 ? "None is due." : $"In effect: {string.Join(", ", inEffect)}.");
        return 0;
    }
}
