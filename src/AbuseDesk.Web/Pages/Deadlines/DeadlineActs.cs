using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>What people do with a deadline besides ending it.</summary>
public sealed class DeadlineActs(PauseDeadline pause, ResumeDeadline resume, AskExtension ask, DecideExtension decide, WaiveDeadline waive)
{
    public PauseDeadline Pause => pause;

    public ResumeDeadline Resume => resume;

    public AskExtension Ask => ask;

    public DecideExtension Decide => decide;

    public WaiveDeadline Waive => waive;
}
