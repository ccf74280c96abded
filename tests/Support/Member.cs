using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Support;

/// <summary>One invented person of the town with the appointment and (when the role signs in) the account.</summary>
public sealed record Member(string Name, string Phone, Person Person, Appointment Appointment, Unit Unit, Account? Account);
