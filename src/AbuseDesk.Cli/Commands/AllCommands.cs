using System.CommandLine;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands;

/// <summary>The tree of commands: the folder path is the command.</summary>
public static class AllCommands
{
    public static RootCommand Root() => new("AbuseDesk, the abuse desk of a hosting provider.")
    {
        GlobalOptions.Data,
        GlobalOptions.As,
        GlobalOptions.Json,
        new Demo.DemoCommand(),
        new Serve.ServeCommand(),
        Noun("customers", "Who the customers are, and what they hold.", new Customers.ImportCommand(), new Customers.ListCommand(), new Customers.ShowCommand(), new Customers.ConfirmCommand()),
        Noun("terms", "The terms of service, in versions.", new Terms.PublishCommand(), new Terms.ListCommand(), new Terms.ShowCommand()),
        Noun("reports", "What came in.", new Reports.FileCommand(), new Reports.ImportCommand(), new Reports.ListCommand(), new Reports.ShowCommand(), new Reports.ReleaseCommand()),
        Noun(
            "cases", "The work on one customer's items.",
            new Cases.ListCommand(), new Cases.ShowCommand(), new Cases.AssignCommand(), new Cases.CloseCommand(), new Cases.ReopenCommand()),
        Noun(
            "items", "The reported content of a case.",
            new Items.ListCommand(), new Items.CheckCommand(), new Items.UpholdCommand(), new Items.ReverseCommand(), new Items.RedactCommand(), new Items.UnredactCommand()),
        Noun("plans", "What the customer promises.", new Plans.ReceiveCommand(), new Plans.AssessCommand(), new Plans.ListCommand()),
        Noun("escalation", "The ladder proposes; people decide.", new Escalation.ExplainCommand(), new Escalation.PreviewCommand(), new Escalation.TakeUpCommand()),
        Noun(
            "notices", "Documents to the customer.",
            new Notices.DraftCommand(), new Notices.RedraftCommand(), new Notices.ListCommand(), new Notices.ShowCommand(), new Notices.PdfCommand(), new Notices.FactsCommand(),
            new Notices.SubmitCommand(), new Notices.ApproveCommand(), new Notices.ReturnCommand(), new Notices.TakeOverCommand(), new Notices.SendCommand(), new Notices.ResendCommand(), new Notices.WithdrawCommand(), new Notices.VerifyCommand(),
            new Notices.CommentCommand(), new Notices.CommentsCommand(), new Notices.AnswerCommand(), new Notices.ResolveCommand(), new Notices.ReopenCommand()),
        Noun("templates", "The words of the notices, in versions.", new Templates.ListCommand(), new Templates.ShowCommand(), new Templates.CheckCommand(), new Templates.PublishCommand()),
        Noun(
            "deadlines", "Who must act by when.",
            new Deadlines.ListCommand(), new Deadlines.ShowCommand(), new Deadlines.RulesCommand(), new Deadlines.StartCommand(), new Deadlines.MeetCommand(), new Deadlines.PauseCommand(), new Deadlines.ResumeCommand(),
            new Deadlines.ExtendCommand(), new Deadlines.ApproveCommand(), new Deadlines.RefuseCommand(), new Deadlines.WaiveCommand(), new Deadlines.CorrectCommand(),
            new Deadlines.RemindCommand(), new Deadlines.SettleCommand(), new Deadlines.RecomputeCommand()),
        Noun("suspensions", "The measure.", new Suspensions.ListCommand(), new Suspensions.TakeEffectCommand(), new Suspensions.LiftCommand()),
        Noun("terminations", "The end of a contract.", new Terminations.ListCommand(), new Terminations.CallOffCommand()),
        Noun(
            "mail", "The outbox, and what comes in.",
            new Mail.DeliverCommand(), new Mail.ListCommand(), new Mail.TestCommand(), new Mail.ReceiveCommand(), new Mail.EventsCommand(),
            new Mail.IntakeCommand(), new Mail.AttachCommand(), new Mail.DismissCommand()),
        Noun("evidence", "Bytes that must not change.", new Evidence.AddCommand(), new Evidence.ShowCommand(), new Evidence.VerifyCommand()),
        Noun("journal", "The record of every act.", new Journal.VerifyCommand()),
        Noun(
            "users", "The people of the desk.",
            new Users.AddCommand(), new Users.ListCommand(), new Users.PasswordCommand(), new Users.SecondFactorCommand(), new Users.RolesCommand(), new Users.ChangeCommand(), new Users.DisableCommand(), new Users.EnableCommand(), new Users.AwayCommand(), new Users.BackCommand(), new Users.CalendarCommand()),
        new Doctor.DoctorCommand(),
        new Reference.ReferenceCommand(),
    };

    private static Command Noun(string name, string description, params Command[] verbs)
    {
        var noun = new Command(name, description);
        foreach (var verb in verbs)
            noun.Add(verb);
        return noun;
    }
}
