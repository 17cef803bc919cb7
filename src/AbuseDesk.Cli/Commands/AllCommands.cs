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
        new Command("customers", "Customers, their contacts and resources.") { new Customers.ImportCommand(), new Customers.ShowCommand() },
        new Command("terms", "Terms of service.") { new Terms.PublishCommand(), new Terms.ListCommand(), new Terms.ShowCommand() },
        new Command("reports", "Reports that came in.") { new Reports.FileCommand(), new Reports.ImportCommand(), new Reports.ListCommand(), new Reports.ShowCommand() },
        new Command("cases", "Cases.") { new Cases.ListCommand(), new Cases.ShowCommand(), new Cases.AssignCommand(), new Cases.CloseCommand() },
        new Command("items", "Items of a case.") { new Items.ListCommand(), new Items.CheckCommand() },
        new Command("plans", "Remediation plans.") { new Plans.ReceiveCommand(), new Plans.AssessCommand() },
        new Command("escalation", "The ladder.") { new Escalation.ExplainCommand() },
        new Command("notices", "Notices.") { new Notices.DraftCommand(), new Notices.RedraftCommand(), new Notices.ShowCommand(), new Notices.PdfCommand(), new Notices.SubmitCommand(), new Notices.ApproveCommand(), new Notices.ReturnCommand(), new Notices.SendCommand() },
        new Command("deadlines", "Deadlines and reminders.") { new Deadlines.ListCommand(), new Deadlines.RemindCommand() },
        new Command("mail", "Outgoing mail.") { new Mail.DeliverCommand() },
        new Command("evidence", "Evidence.") { new Evidence.AddCommand(), new Evidence.ShowCommand(), new Evidence.VerifyCommand() },
        new Command("journal", "The journal.") { new Journal.VerifyCommand() },
        new Command("users", "Staff.") { new Users.AddCommand(), new Users.ListCommand() },
        new Doctor.DoctorCommand(),
        new Reference.ReferenceCommand(),
    };
}
