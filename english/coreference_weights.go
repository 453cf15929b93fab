package english

var salience = [numClasses]weighing{}
