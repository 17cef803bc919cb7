using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Drafting;

/// <summary>What happens at the effective instant of a measure, for the sentences of errors.</summary>
internal static class EffectWords
{
    /// <summary>"the suspension takes effect", "the contract ends".</summary>
    public static string Of(NoticeKind kind) => kind == NoticeKind.Termination ? "the contract ends" : "the suspension takes effect";

    public static string InThePast(NoticeKind kind) =>
        $"{(kind == NoticeKind.Termination ? "The contract would end" : "The suspension would take effect")} in the past; choose a later instant.";
}
